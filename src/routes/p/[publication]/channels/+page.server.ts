import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, channelFigures) };
}
