/** Keeps the answers asked for last, so that whoever asks for the same does not compute it again. */
export class RecentAnswers<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(private readonly most: number) {}

  has(key: string): boolean {
    return this.answers.has(key);
  }

  /** A failure is not kept. */
  async get(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const answer = this.answers.get(key) ?? compute();
    this.answers.delete(key);
    this.answers.set(key, answer); // the last one asked for stands last
    if (this.answers.size > this.most) this.answers.delete(this.answers.keys().next().value!);
    try {
      return await answer;
    } catch (error) {
      if (this.answers.get(key) === answer) this.answers.delete(key);
      throw error;
    }
  }
}
