// Names the tests that passed only on their second try: a slow machine is forgiven, but never in silence.

/** A reporter of vitest. */
export default class SecondTries {
  /** @type {string[]} */
  #names = [];

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(test.fullName);
  }

  onTestRunEnd() {
    if (this.#names.length === 0) return;
    console.log(`\npassed on the second try only (${this.#names.length}):`);
    for (const name of this.#names) console.log(`  ${name}`);
  }
}
