import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** A planner's day has an order. */
class InOrder extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    return [...specs].sort((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

/**
 * What says nothing about a shell: what the page writes of numbers that the engine gave, the same page and the same engine
 * in both. These run in Chromium alone. What a shell does in a way of its own (windows, files, the menu’s keys, graphics,
 * an engine that is lost), and the main job from end to end, is in all the others, and they run in both.
 */
const ANY_SHELL = ['3-answer', '7-rutland', '9-place'].map((name) => `tests/e2e/${name}.spec.ts`);

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.spec.ts'],
    exclude: process.env.CLOSER_SHELL === 'electron' ? ANY_SHELL : [],
    // A screen takes its time, on a slow or busy machine many times as much.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: {poll: {timeout: 60_000, interval: 50}},
    pool: 'forks',
    fileParallelism: false,
    sequence: {sequencer: InOrder},
  },
});
