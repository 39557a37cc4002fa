import type { Links } from './co-occurrence.ts';

/**
 * Groups of nodes that are linked among each other more than chance would: the Louvain method, which
 * moves nodes to where modularity rises most, then takes groups for nodes. How many there are follows
 * from the links. Deterministic: nodes move in their order.
 *
 * @returns for each node the number of its group
 * @see Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008)
 */
export function communities(links: Links, resolution = 1): number[] {
	let graph: Graph = { links: links.map((own) => new Map(own)), own: links.map(() => 0) };
	let group = links.map((_, node) => node);
	for (;;) {
		const moved = moveNodes(graph, resolution);
		const numbers = renumbered(moved);
		const count = new Set(numbers).size;
		group = group.map((node) => numbers[node]!);
		if (count === graph.links.length) return group;
		graph = merged(graph, numbers, count);
	}
}

type Graph = {
	links: Map<number, number>[];
	/** weight of a node's links to itself */
	own: number[];
};

const ROUNDS = 20;

function moveNodes({ links, own }: Graph, resolution: number): number[] {
	const degree = links.map((to, node) => own[node]! + [...to.values()].reduce((a, b) => a + b, 0));
	const all = degree.reduce((a, b) => a + b, 0) || 1;
	const group = links.map((_, node) => node);
	const total = [...degree];

	for (let round = 0, moves = 1; round < ROUNDS && moves > 0; round++) {
		moves = 0;
		links.forEach((to, node) => {
			const from = group[node]!;
			total[from]! -= degree[node]!;
			const weights = new Map<number, number>([[from, 0]]);
			for (const [other, weight] of to)
				weights.set(group[other]!, (weights.get(group[other]!) ?? 0) + weight);
			const gain = (to: number) =>
				weights.get(to)! - (resolution * degree[node]! * total[to]!) / all;
			let best = from;
			for (const to of [...weights.keys()].sort((a, b) => a - b))
				if (gain(to) > gain(best) + 1e-9) best = to;
			total[best]! += degree[node]!;
			group[node] = best;
			if (best !== from) moves++;
		});
	}
	return group;
}

function renumbered(groups: readonly number[]): number[] {
	const numbers = new Map<number, number>();
	for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
	return groups.map((group) => numbers.get(group)!);
}

function merged({ links, own }: Graph, group: readonly number[], count: number): Graph {
	const next: Graph = {
		links: Array.from({ length: count }, () => new Map<number, number>()),
		own: new Array<number>(count).fill(0)
	};
	links.forEach((to, node) => {
		const mine = group[node]!;
		next.own[mine]! += own[node]!;
		for (const [other, weight] of to) {
			const theirs = group[other]!;
			if (theirs === mine) next.own[mine]! += weight;
			else next.links[mine]!.set(theirs, (next.links[mine]!.get(theirs) ?? 0) + weight);
		}
	});
	return next;
}
