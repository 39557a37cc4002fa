import { m } from '#lib/messages/compiled/messages.js';
import type { EditorialRow } from '../../server/figures/money/editorial.ts';
import { declare } from '../declare.ts';
import { quotientNeed } from '../needs.ts';
import { countedBeside, countedChangeColumns } from './row-change.ts';

/** What items of each topic or section cost and brought. */
export function editorialTable(of: 'topic' | 'section') {
	return declare<EditorialRow>()({
		name: of === 'topic' ? 'editorial' : 'editorial-sections',
		columns: [
			{ key: 'name', head: m[`table.${of}`] },
			{ key: 'items', kind: 'count' },
			{ key: 'costed', head: m['table.costedItems'], kind: 'count' },
			{ key: 'cost', kind: 'money', need: 'costs' },
			{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
			{
				key: 'costPerClicker',
				head: m['table.perClicker'],
				kind: 'money',
				need: quotientNeed({ of: ['cost'], need: 'costs', by: 'clickers', needBy: 'clicks' }),
				beside: ({ costChange }, formats, head) => countedBeside(costChange, formats, head)
			},
			{
				key: 'value',
				kind: 'money',
				main: true,
				need: 'itemValue',
				beside: ({ valueChange }, formats, head) => countedBeside(valueChange, formats, head)
			},
			{
				key: 'valuePerItem',
				kind: 'money',
				need: 'itemValue',
				beside: ({ valuePerItemChange }, formats, head) =>
					countedBeside(valuePerItemChange, formats, head)
			},
			{ key: 'conversions', kind: 'count' },
			{
				key: 'return',
				kind: 'ratio',
				need: quotientNeed({ of: ['value'], need: 'itemValue', by: 'cost', needBy: 'costs' })
			},
			...countedChangeColumns('costChange', m['table.perClicker'], { kind: 'money' }),
			...countedChangeColumns('valueChange', m['table.value'], { kind: 'money' }),
			...countedChangeColumns('valuePerItemChange', m['table.valuePerItem'], { kind: 'money' })
		],
		views: {
			page: [
				'name',
				'items',
				'clickers',
				'cost',
				'costPerClicker',
				'value',
				'valuePerItem',
				'conversions',
				'return'
			],
			/** nobody entered a cost: its columns would be empty */
			pageCostless: ['name', 'items', 'clickers', 'value', 'valuePerItem', 'conversions']
		}
	});
}
