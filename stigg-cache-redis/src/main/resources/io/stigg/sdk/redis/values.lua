-- Precedes every script that writes. ARGV 1: seconds to live, negative for ever.

local function get(key)
  local value = redis.pcall('GET', key)
  return type(value) == 'string' and value or nil
end

-- Years 1 to 9999. What is out of range is no time: it would hold back everything that is newer, for ever.
local function isTime(number)
  return type(number) == 'number' and number >= -62135596800000 and number <= 253402300799999
end

local function time(key)
  local text = get(key)
  local number = text and string.match(text, '^%-?%d+$') and tonumber(text)
  return isTime(number) and number or nil
end

local function put(key, value)
  if tonumber(ARGV[1]) < 0 then
    redis.call('SET', key, value)
  else
    redis.call('SET', key, value, 'EX', ARGV[1])
  end
end
