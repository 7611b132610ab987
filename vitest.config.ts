import { defineConfig } from 'vitest/config'

// No test asks how long something takes; a busy machine may take its time.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } })
