import { stated } from '#lib/messages/stated.ts';
import { firstSteps } from '#lib/server/figures/first-steps.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { answer } from './answer.ts';
import { formatsOf } from './page-formats.ts';

export async function load(event) {
	const { finding, ...figures } = await answer(event, overviewFigures);
	const steps = await answer(event, firstSteps);
	return { steps, figures, finding: stated(finding, await formatsOf(event)) };
}
