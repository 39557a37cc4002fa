/** Colours of lines that are held against each other, in their order. */
export const lineColors = ['topic-0', 'topic-1', 'topic-2', 'topic-3', 'topic-4'] as const;

/** Datasets of a line: itself, and the two ends of its interval. */
export const PER_LINE = 3;

/** The line that a dataset of the chart is of. */
export const lineOfDataset = (dataset: number) => Math.floor(dataset / PER_LINE);
