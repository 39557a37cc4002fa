import { channelsFinding, meterStatements } from '#lib/findings/channels.ts';
import { statement } from '#lib/findings/statement.ts';
import { stated } from '#lib/messages/stated.ts';
import { channelChoices } from '#lib/server/figures/money/channel-choices.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { answer } from '../answer.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const figures = await answer(event, channelFigures);
	const formats = await formatsOf(event);
	const isOutside = figures.channels.length === 0 && figures.known.channels;
	const finding = isOutside
		? statement('finding.channels.nobodyHere', {})
		: channelsFinding(figures);
	return {
		figures,
		channelChoices: await answer(event, channelChoices),
		finding: stated(finding, formats),
		meters: figures.meters.map((one) => ({
			...one,
			finding: meterStatements(one)
				.map((sentence) => stated(sentence, formats))
				.join(' ')
		}))
	};
}
