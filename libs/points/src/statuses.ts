/** Numbers the status texts, whatever their case. */
export class Statuses {
  /** In lower case; number 0 stands for none. */
  readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>();

  /** @throws {RangeError} at the 65536th status */
  numberOf(status: string | null): number {
    if (status === null) return 0;
    const text = status.toLowerCase();
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (this.texts.length > 65535)
      throw new RangeError(`More than 65535 statuses, with “${text.slice(0, 40)}”`);
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }
}
