import { m } from '#lib/messages/compiled/messages.js';
import { declare } from '../declare.ts';

export type ManagedTopicLine = {
	id: number;
	name: string;
	/** name of the topic that it belongs to */
	parent: string | null;
	archived: boolean;
	/** place among the colours of charts; null for none */
	color: number | null;
	/** items that have it by a person's word, and by suggestions that count */
	said: number;
	suggested: number;
};

/** The topics as they are worked on. */
export const managedTopicTable = declare<ManagedTopicLine>()({
	name: 'manage',
	columns: [
		{
			key: 'name',
			head: m['table.topic'],
			beside: ({ parent, archived }, formats) =>
				[parent, archived && m['manageTopics.archived']({}, formats)].filter(Boolean).join(' · ')
		},
		{ key: 'said', head: m['manageTopics.said'], kind: 'count' },
		{ key: 'suggested', head: m['manageTopics.suggested'], kind: 'count' }
	],
	views: { figure: ['name', 'said', 'suggested'] }
});
