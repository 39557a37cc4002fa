import { stated } from '#lib/messages/stated.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { channelChoices } from '#lib/server/figures/money/channel-choices.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const figures = await answer(event, audienceFigures);
	return {
		figures,
		channelChoices: await answer(event, channelChoices),
		finding: stated(figures.finding, await formatsOf(event))
	};
}
