-- Writes usage if its scope is held and nothing newer is there.
--
-- KEYS: 1 the set, 2 its timestamp, 3 the usage, 4 its timestamp.
-- ARGV: 1 seconds to live, negative for ever, 2 the usage, 3 its timestamp.

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

if not (get(KEYS[1]) and time(KEYS[2])) then
  return 0
end
local known = get(KEYS[3]) and time(KEYS[4])
if not known or known <= tonumber(ARGV[3]) then
  put(KEYS[3], ARGV[2])
  put(KEYS[4], ARGV[3])
  return 1
end
return 0
