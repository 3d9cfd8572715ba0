import english from '../../../content/steps/en.json';
import { stepLibrarySchema, type Step } from '../domain/step';

const library = stepLibrarySchema.parse(english);

/** Every step that ships with Footnote, the gentlest first. */
export const shippedSteps: readonly Step[] = library.steps;

export const stepSource = library.source;

const stepsById: ReadonlyMap<string, Step> = new Map(shippedSteps.map((step) => [step.id, step]));

/** Undefined for one of the person's own, or of a later version. */
export const shippedStep = (id: string): Step | undefined => stepsById.get(id);

/** What is offered while nothing was chosen. Somebody who is hurt or ill is offered one that needs neither legs nor air. */
export const usualStep = (day: 'ordinary' | 'healing'): Step['id'] =>
  day === 'healing' ? library.whileHealing : library.usual;
