import { stated } from '#lib/messages/stated.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { answer } from './answer.ts';
import { voiceOf } from './voice.ts';

export async function load(event) {
	const { finding, ...figures } = await answer(event, overviewFigures);
	return { figures, finding: stated(finding, await voiceOf(event)) };
}
