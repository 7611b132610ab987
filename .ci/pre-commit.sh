#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml. pre-commit has a copy of this repository, but npm doesn't build what it installs
# from one, so klarbrev is built there when the hook first runs.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
# The last file that a build writes.
if [ ! -f "$root/dist/klarbrev.schema.json" ]; then
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund && npm run build) >&2
fi
exec node "$root/bin/klarbrev.js" check --excerpts masked "$@"
