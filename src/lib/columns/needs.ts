/** What figures rest on and may lack: on which page it is imported or entered, and who may do so. */
export const needs = {
	documents: { to: 'imports', may: 'import' },
	clicks: { to: 'imports', may: 'import' },
	opens: { to: 'imports', may: 'import' },
	deliveries: { to: 'imports', may: 'import' },
	readers: { to: 'imports', may: 'import' },
	unsubscribes: { to: 'imports', may: 'import' },
	departures: { to: 'imports', may: 'import' },
	channels: { to: 'imports', may: 'import' },
	devices: { to: 'imports', may: 'import' },
	countries: { to: 'imports', may: 'import' },
	spend: { to: 'ledger', may: 'money' },
	mature: { to: 'ledger', may: 'money' },
	prices: { to: 'ledger', may: 'money' },
	costs: { to: 'ledger', may: 'money' },
	value: { to: 'ledger', may: 'money' },
	itemValue: { to: 'ledger', may: 'money' }
} as const;

export type Need = keyof typeof needs;

/** Whether a reason is something that can be imported or entered. */
export function isNeed(reason: string): reason is Need {
	return Object.hasOwn(needs, reason);
}

/** What has to be there before a number is, by its name as a key figure or a column. */
const needOfNumber: Readonly<Record<string, Need>> = {
	delivered: 'deliveries',
	clickRate: 'deliveries',
	itemRate: 'deliveries',
	rawRate: 'deliveries',
	rate: 'deliveries',
	clicksPerOpener: 'opens',
	opensAside: 'opens',
	allOpeners: 'opens',
	clicksAside: 'clicks',
	clicks: 'clicks',
	humanClicks: 'clicks',
	itemClickers: 'clicks',
	sponsorClickers: 'clicks',
	clickers: 'clicks',
	there: 'readers',
	joined: 'readers',
	engaged: 'readers',
	left: 'departures',
	net: 'departures',
	unsubscribed: 'unsubscribes',
	spend: 'spend',
	costPerEngaged: 'mature',
	costPerReader: 'spend',
	return: 'mature',
	fee: 'prices',
	fees: 'prices',
	perClicker: 'prices',
	perThousandDelivered: 'prices',
	cost: 'costs',
	costPerClicker: 'costs',
	valueReturn: 'costs',
	value: 'itemValue',
	valuePerItem: 'itemValue'
};

/** What a number needs, by its name; null where no kind of file would bring it. */
export function needOf(name: string): Need | null {
	return needOfNumber[name] ?? null;
}

/** Numbers of readers that may be missing since they are few. */
const withheld: readonly string[] = ['there', 'joined', 'engaged', 'left', 'net'];

type ShownTable = {
	columns: readonly { key: string }[];
	rows: readonly { cells: readonly { value: unknown }[] }[];
};

/** Rates of clickers: without any, it is clicks that lack where deliveries are there. */
const rates: readonly string[] = ['clickRate', 'itemRate', 'rawRate', 'rate'];

/** Numbers that divide one column by another: where both are known, it is by nobody. */
const quotients: Readonly<Record<string, { of: readonly string[]; by: string; need: Need }>> = {
	perClicker: { of: ['fee', 'cost'], by: 'clickers', need: 'clicks' },
	costPerClicker: { of: ['cost'], by: 'clickers', need: 'clicks' },
	perThousandDelivered: { of: ['fee'], by: 'delivered', need: 'deliveries' },
	costPerReader: { of: ['spend'], by: 'joined', need: 'readers' },
	perThousandOpeners: { of: ['fee'], by: 'openers', need: 'opens' }
};

/** What a table lacks: of the columns that have no number in any row, what they need. */
export function lacksOf({ columns, rows }: ShownTable): Need[] {
	if (rows.length === 0) return [];
	const isEmpty = (place: number) => rows.every(({ cells }) => cells[place]!.value === null);
	const placeOf = (name: string) => columns.findIndex(({ key }) => key === name);
	const isKnown = (name: string) => placeOf(name) >= 0 && !isEmpty(placeOf(name));
	const isUnknown = (name: string) => placeOf(name) >= 0 && isEmpty(placeOf(name));
	// what another quotient of the same amount divides is known, where no column shows it
	const isDivided = (amounts: readonly string[]) =>
		Object.entries(quotients).some(
			([other, { of }]) => isKnown(other) && of.some((amount) => amounts.includes(amount))
		);
	const needOfQuotient = (name: string): Need | null => {
		const { of, by, need } = quotients[name]!;
		if (!of.some(isKnown) && !isDivided(of)) return needOf(name);
		return isKnown(by) ? null : need;
	};
	const lacking = columns.flatMap(({ key }, place): Need[] => {
		if (withheld.includes(key) || !isEmpty(place)) return [];
		// who left is known all the same, by lists and events
		if (key === 'unsubscribed' && isKnown('left')) return [];
		if (rates.includes(key) && (isKnown('delivered') || isUnknown('clickers'))) return ['clicks'];
		// of channels it is a rate of readers who signed up
		if (key === 'rate' && placeOf('delivered') < 0 && placeOf('clickers') < 0) return [];
		// of items it is what names them, and elsewhere whatever came
		if (key === 'value' && placeOf('valuePerItem') < 0) return ['value'];
		const need = key in quotients ? needOfQuotient(key) : needOf(key);
		// where spend is known, each row says what it waits for
		if (need === 'mature' && isKnown('spend')) return [];
		return need ? [need] : [];
	});
	return [...new Set(lacking)];
}
