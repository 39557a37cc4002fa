import { topicReadersFinding } from '#lib/findings/topic-readers.ts';
import { stated } from '#lib/messages/stated.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { answer } from '../../answer.ts';
import { formatsOf } from '../../page-formats.ts';
import { groupName } from './group-name.ts';

export async function load(event) {
	const by = event.url.searchParams.get('by') === 'tenure' ? 'tenure' : 'channel';
	const figures = await answer(event, topicReaderFigures);
	const affinities = figures.affinities.filter((row) => row.by === by);
	const listed = figures.listed.channel || figures.listed.tenure;
	const { key, values } = topicReadersFinding(affinities, figures.overlaps, listed);
	const group = typeof values.group === 'string' && { group: groupName(values.group) };
	const finding = stated({ key, values: { ...values, ...group } }, await formatsOf(event));
	return { figures, by, finding } as const;
}
