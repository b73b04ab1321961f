/** One position of one batch: the identity of a code. */
export interface Place {
  readonly batch: number;
  readonly position: number;
}

/** A set of places. */
export class Positions {
  readonly #byBatch = new Map<number, Set<number>>();

  constructor(places: Iterable<Place>) {
    for (const place of places) this.add(place);
  }

  has({ batch, position }: Place): boolean {
    return this.#byBatch.get(batch)?.has(position) ?? false;
  }

  add({ batch, position }: Place): void {
    const positions = this.#byBatch.get(batch);
    if (positions === undefined) this.#byBatch.set(batch, new Set([position]));
    else positions.add(position);
  }

  of(batch: number): readonly number[] {
    return [...(this.#byBatch.get(batch) ?? [])];
  }
}
