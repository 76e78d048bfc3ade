-- Sends the requests of a file (METHOD PATH BODY a line) in turn and prints what was measured as one line of JSON.
local prepared = {}
local next_request = 0

function init(args)
  local headers = { ["Authorization"] = "Bearer " .. args[2] }
  local with_body = { ["Authorization"] = "Bearer " .. args[2], ["Content-Type"] = "application/json" }
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%S+) (%S+) (.*)$")
    local has_body = body ~= ""
    prepared[#prepared + 1] = wrk.format(method, path, has_body and with_body or headers, has_body and body or nil)
  end
  local pause = tonumber(args[3])
  -- wrk asks for a delay wherever there is this function.
  if pause > 0 then
    function delay() return math.random(0, 2 * pause) end
  end
end

function request()
  next_request = next_request % #prepared + 1
  return prepared[next_request]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requestsPerSecond":%.1f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"max":%.3f,"requests":%d,"errors":%d}',
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000,
    latency:percentile(95) / 1000,
    latency:percentile(99) / 1000,
    latency.max / 1000,
    summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
