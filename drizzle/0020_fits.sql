CREATE TABLE `fit` (
	`publication_id` integer NOT NULL,
	`league` text NOT NULL,
	`revision` integer NOT NULL,
	`input` text NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`publication_id`, `league`),
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
