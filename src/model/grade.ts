/** Grades of sources by the Admiralty code, in words. The words stand in `standards/grades.yaml`. */
import { z } from 'zod';

const words = z.record(z.string(), z.string());

const shape = z.strictObject({
  grades: z.strictObject({
    name: z.string(),
    publisher: z.string(),
    document: z.string(),
    lang: z.string(),
    reliability: words,
    credibility: words,
  }),
});

/** The code with its source, for a key. */
export type Grades = z.infer<typeof shape>['grades'];

/** A grade in words: of the source, and of what it says. */
export interface GradeWords {
  readonly reliability: string;
  readonly credibility: string;
}

/** A parsed grades file → the code. Throws where the file does not fit: it ships with us. */
export function gradesOf(value: unknown): Grades {
  return shape.parse(value).grades;
}

/** `B2` → "usually reliable" and "probably true"; undefined for what is no grade. */
export function gradeWords(grades: Grades, grade: string): GradeWords | undefined {
  const reliability = grades.reliability[grade.charAt(0)];
  const credibility = grades.credibility[grade.slice(1)];
  if (reliability === undefined || credibility === undefined) return undefined;
  return { reliability, credibility };
}
