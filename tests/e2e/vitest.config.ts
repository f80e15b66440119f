import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** A planner's day has an order. */
class InOrder extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    return [...specs].sort((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A screen takes its time, on a busy machine more.
    expect: {poll: {timeout: 30_000, interval: 50}},
    pool: 'forks',
    fileParallelism: false,
    sequence: {sequencer: InOrder},
  },
});
