// Postings on their way into a pack, as four growing columns: 13 bytes a posting.

/** Key (40 bits), document and position of every fingerprint of every document. */
export class PostingColumns {
  high = new Uint32Array(4096);
  low = new Uint8Array(4096);
  document = new Uint32Array(4096);
  position = new Uint32Array(4096);
  length = 0;

  push(high: number, low: number, document: number, position: number): void {
    if (this.length === this.high.length) this.#grow();
    this.high[this.length] = high;
    this.low[this.length] = low;
    this.document[this.length] = document;
    this.position[this.length] = position;
    this.length++;
  }

  #grow(): void {
    const capacity = this.high.length * 2;
    const high = new Uint32Array(capacity);
    const low = new Uint8Array(capacity);
    const document = new Uint32Array(capacity);
    const position = new Uint32Array(capacity);
    high.set(this.high);
    low.set(this.low);
    document.set(this.document);
    position.set(this.position);
    this.high = high;
    this.low = low;
    this.document = document;
    this.position = position;
  }
}
