-- Writes a set of entitlements and its usage, each unless something newer is there.
--
-- KEYS: 1 Node's lock, 2 the set, 3 its timestamp, 4 the metadata, 5 its timestamp, 6 the timestamp of the customer's set,
--       then for each usage its key and its timestamp's.
-- ARGV: 1 seconds to live, negative for ever, 2 'held' to write only what is held, 3 the set, 4 the metadata,
--       5 when Stigg calculated it, or '', 6 when it was fetched, 7 the timestamp to write, 8 '1' for a resource,
--       then for each usage its value and its timestamp.
-- Returns 1 written, 2 older than what is there, 0 not held, -1 locked by a process of Node's.

if redis.call('EXISTS', KEYS[1]) == 1 then
  return -1
end

local held = time(KEYS[3]) ~= nil and get(KEYS[2]) ~= nil
if ARGV[2] == 'held' and not held then
  return 0
end

-- What is known of the set that is held: of Node's its timestamp, unless it is empty and dated at 0.
local heldUpdated, heldFetched, metadata
if held then
  heldUpdated = get(KEYS[2]) ~= '{}' and time(KEYS[3]) or nil
  if get(KEYS[4]) and get(KEYS[5]) == get(KEYS[3]) then
    local readable, json = pcall(cjson.decode, get(KEYS[4]))
    if readable and type(json) == 'table' and isTime(json.fetchedAt) then
      metadata = json
      heldFetched = json.fetchedAt
      heldUpdated = isTime(json.updatedAt) and json.updatedAt or nil
    end
  end
end

local updated = tonumber(ARGV[5])
local fetched = tonumber(ARGV[6])
local older = false
if held and updated and heldUpdated and updated ~= heldUpdated then
  older = updated < heldUpdated
elseif held and heldFetched then
  older = fetched < heldFetched
end

if older then
  if metadata and fetched > heldFetched then
    metadata.fetchedAt = fetched
    put(KEYS[4], cjson.encode(metadata))
    put(KEYS[5], get(KEYS[3]))
  end
else
  local timestamp = tonumber(ARGV[7])
  if not updated then
    timestamp = math.max(timestamp, time(KEYS[3]) or 0)
  end
  if ARGV[8] == '1' and ARGV[2] ~= 'held' then
    timestamp = math.max(timestamp, time(KEYS[6]) or 0)
  end
  local text = string.format('%.0f', timestamp)
  put(KEYS[2], ARGV[3])
  put(KEYS[3], text)
  put(KEYS[4], ARGV[4])
  put(KEYS[5], text)
end

for i = 7, #KEYS, 2 do
  local value, counted = ARGV[i + 2], ARGV[i + 3]
  local known = get(KEYS[i]) and time(KEYS[i + 1])
  if not known or known <= tonumber(counted) then
    put(KEYS[i], value)
    put(KEYS[i + 1], counted)
  end
end

return older and 2 or 1
