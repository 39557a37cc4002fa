type Covered = {
	covered?: 'under' | 'over' | null;
	suggested?: boolean;
	/** the lift of one more item */
	next?: number | null;
};

/** Topics that readers want more of, or less, as far as people confirmed them: the farthest from the average first. */
export function coveredFirst<Topic extends Covered>(
	topics: readonly Topic[],
	which: 'under' | 'over'
): Topic[] {
	const far = ({ next }: Topic) => Math.abs(Math.log(next ?? 1));
	return topics
		.filter(({ covered, suggested }) => covered === which && !suggested)
		.sort((a, b) => far(b) - far(a));
}
