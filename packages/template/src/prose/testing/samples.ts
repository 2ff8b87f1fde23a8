/** Prose as teams write it, in pieces of a finished record. */
export const samples: Readonly<Record<string, string>> = {
  summary: `A token-bucket limiter in front of every public route. Each tenant has a bucket of \`burst\` tokens that refills at
\`rate\` tokens a second; a request that finds no token gets \`429 Too Many Requests\` with a \`Retry-After\` header.

- Buckets live in Redis, so that all gateway nodes share them:
  1. one key per tenant and route class, \`rl:{tenant}:{class}\`;
  2. one Lua script per decision, so a check is *one* round trip;
  3. if Redis is away, each node falls back to a local bucket of \`burst / nodes\`.
- Limits are read from the plan table and can be overridden per tenant.
- Nothing is limited for \`internal\` callers[^1].

\`\`\`lua
-- returns {allowed, tokens left}
local tokens = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])
if tokens < 1 then return {0, 0} end
return {1, redis.call('DECR', KEYS[1])}
\`\`\`

[^1]: Calls that carry a mesh certificate.`,
  achievements: `| Measure | Before | After | Target |
|:--|--:|--:|:-:|
| p99 latency under abuse | 2,310 ms | 84 ms | < 100 ms |
| Noisy-neighbour incidents a month | 6 | 0 | 0 |
| Cost of a decision | – | 0.31 ms | \\|Δ\\| < 0.5 ms |`,
  deviations: `> The plan said *sliding window*. We shipped a token bucket.
>
> It needs one key instead of two sorted sets, and the plan's memory estimate
> (4 GB for 20,000 tenants) fell to ~90 MB.

1986\\. was the first year in our audit data, so the importer had to accept two-digit years.`,
  decisions: `Roll out by plan, free tier first:

- [x] free
- [x] team
- [ ] enterprise
  - [x] tenants with < 10 seats
  - [ ] the rest`,
  api: `Every response carries \`RateLimit-Limit\`, \`RateLimit-Remaining\` & \`RateLimit-Reset\`; see the
[IETF draft](https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/) and
[our notes (internal)](../notes/headers_(2026).md "header notes").`,
  configuration: `<details>
<summary>New environment variables</summary>

| Name | Default |
|---|---|
| \`LIMITS_REDIS_URL\` | \`redis://localhost:6379\` |
| \`LIMITS_MODE\` | \`shadow\` \\| \`enforce\` |

</details>`,
  rollback: `1. Set \`LIMITS_MODE=shadow\`.
2. Watch \`limits_rejected_total\` fall to zero (~30 s).
3. If it does not, redeploy the previous gateway:

   \`\`\`sh
   deployctl rollback gateway --to "$(deployctl last-good gateway)"
   \`\`\``,
  code: `+4,212 / −388 lines in \`gateway/\` and 61 lines in \`deploy/\`.`,
  lesson: 'Shadow mode found **three** tenants whose cron jobs would have been cut off — before anyone was.',
  guide:
    '*A tenant says it is limited too early* → compare `RateLimit-Limit` with its plan, then look for `fallback=1` in the logs.',
  contact: 'gateway-oncall@example.com',
}
