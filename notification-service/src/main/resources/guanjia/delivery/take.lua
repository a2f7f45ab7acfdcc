-- May one message go now? Exact across processes: Redis runs one script at a time, on its own clock.
-- KEYS: 1 pause of the channel, 2 times of the last sends, 3 state of the sender, 4 state of the chat, 5 who sends to the address
-- ARGV: 1 sends a second, 2 lane (0 emergency .. 3 campaign), 3 microseconds between messages of one chat, 4 burst of one chat,
--       5 this process, 6 prefix of the processes' leases, 7 set of processes whose messages aren't taken over yet, 8 lease in ms
-- Gives {0} go, {1, us} wait for the sender, {2, us} wait for this address.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local rate, lane = tonumber(ARGV[1]), tonumber(ARGV[2])
local function text(number) return string.format('%.0f', number) end

local paused = redis.call('PTTL', KEYS[1])
if paused > 0 then return {1, paused * 1000} end

local holder = redis.call('GET', KEYS[5])
if holder and holder ~= ARGV[5]
    and (redis.call('EXISTS', ARGV[6] .. holder) == 1 or redis.call('SISMEMBER', ARGV[7], holder) == 1) then
  return {2, 100000}
end

local interval = tonumber(ARGV[3])
local chat = now
if interval > 0 then
  chat = math.max(tonumber(redis.call('GET', KEYS[4]) or '0'), now)
  local early = chat - now - interval * (tonumber(ARGV[4]) - 1)
  if early > 0 then return {2, early} end
end

local s = redis.call('HMGET', KEYS[3], 'tat', 'w0', 'w1', 'w2', 'w3', 'since')
local since = tonumber(s[6] or '0')
local campaignOwed = since >= 9
local spacing = 1000000 / rate
local function wants(l) return tonumber(s[2 + l] or '0') > now end
local function refuse(us)
  local wait = math.max(math.ceil(us), 200)
  redis.call('HSET', KEYS[3], 'w' .. lane, text(now + wait + 50000))
  redis.call('PEXPIRE', KEYS[3], 60000)
  return {1, wait}
end

if lane == 3 and campaignOwed then
  if wants(0) then return refuse(spacing) end
else
  for l = 0, lane - 1 do if wants(l) then return refuse(spacing) end end
  if lane > 0 and campaignOwed and wants(3) then return refuse(spacing) end
end

local reply = math.max(4, rate / 8)
local ahead = {reply + math.max(2, rate / 15), reply, 2, 1}
local allowed = ahead[lane + 1]
if lane == 3 and campaignOwed then allowed = reply end
local tat = math.max(tonumber(s[1] or '0'), now)
local early = tat - now - (allowed - 1) * spacing
if early > 0 then return refuse(early) end

-- Never more than the rate in any second, with 1 % for the way to the provider.
local cap = math.max(1, math.floor(rate))
local window = cap / rate * 1010000
if redis.call('LLEN', KEYS[2]) >= cap then
  local left = tonumber(redis.call('LINDEX', KEYS[2], -1)) + window - now
  if left > 0 then return refuse(left) end
end

redis.call('LPUSH', KEYS[2], text(now))
redis.call('LTRIM', KEYS[2], 0, cap - 1)
redis.call('PEXPIRE', KEYS[2], math.ceil(window / 1000) + 1000)
if lane == 3 then since = 0 elseif wants(3) then since = since + 1 end
redis.call('HSET', KEYS[3], 'tat', text(tat + spacing), 'w' .. lane, '0', 'since', text(since))
redis.call('PEXPIRE', KEYS[3], 60000)
if interval > 0 then
  redis.call('SET', KEYS[4], text(chat + interval), 'PX', math.ceil((chat + interval - now) / 1000) + 1)
end
redis.call('SET', KEYS[5], ARGV[5], 'PX', ARGV[8])
return {0, 0}
