-- Writes usage if its scope is held and nothing newer is there.
--
-- KEYS: 1 the set, 2 its timestamp, 3 the usage, 4 its timestamp.
-- ARGV: 1 seconds to live, negative for ever, 2 the usage, 3 its timestamp.

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
