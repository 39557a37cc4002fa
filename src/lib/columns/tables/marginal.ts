import { m } from '#lib/messages/compiled/messages.js';
import type { Marginal } from '../../server/figures/money/marginal.ts';
import { declare } from '../declare.ts';
import { costPerReaderNeed } from './channel-figure.ts';

/** What each channel's last full month brought, beside the three before it. */
export const marginalTable = declare<Marginal>()({
	name: 'channel-marginal',
	columns: [
		{
			key: 'channel',
			beside: ({ month }, formats) => formats.monthOf(month)
		},
		{ key: 'spend', kind: 'money', sum: true, need: 'spend' },
		{ key: 'joined', kind: 'count', people: true, sum: true },
		{ key: 'costPerReader', kind: 'money', main: true, need: costPerReaderNeed },
		{
			key: 'before',
			head: m['table.before'],
			kind: 'money',
			cell: ({ before }) => before?.costPerReader ?? null
		},
		{ key: 'costPerFurther', kind: 'money' }
	],
	views: {}
});
