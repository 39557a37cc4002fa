import * as v from 'valibot';
import { keepTopics } from '#lib/server/editing/own-topics.ts';
import { topicProposals } from '#lib/server/figures/content/topic-proposals.ts';
import { Trouble } from '#lib/trouble.ts';
import { said } from '../../../said.ts';

const Given = v.pipe(
	v.array(
		v.strictObject({
			name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
			words: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(60)), []),
			ids: v.optional(v.pipe(v.array(v.number()), v.maxLength(60)), [])
		})
	),
	v.maxLength(200)
);

/** Topics that the publication's own words propose. */
export function GET(event) {
	return said(event, async () => undefined, topicProposals);
}

/** Keeps topics under the names given; what was proposed beside them is dropped. */
export function POST(event) {
	return said(
		event,
		async (db, publication, actor) => {
			const read = v.safeParse(Given, await event.request.json().catch(() => null));
			if (!read.success) throw new Trouble('badBody');
			await keepTopics(db, publication, read.output, actor);
		},
		topicProposals
	);
}
