/** What must be undone, newest first. */
export class Closing {
  #steps: { readonly name: string; readonly undo: () => Promise<void> }[] = [];

  add(name: string, undo: () => Promise<void>): void {
    this.#steps.push({ name, undo });
  }

  /** Undoes everything in reverse order, each step even when an earlier one failed. Calls `onFailure` for those that fail. */
  async run(onFailure: (line: string) => void = () => undefined): Promise<void> {
    const steps = this.#steps.toReversed();
    this.#steps = [];
    for (const { name, undo } of steps) {
      try {
        await undo();
      } catch (error) {
        onFailure(`${name} did not stop: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
