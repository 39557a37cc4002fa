CREATE TABLE `send_assignment` (
	`source_id` integer NOT NULL,
	`campaign` text NOT NULL,
	`document_hash` text,
	`document_name` text,
	`other_source_id` integer,
	`other_campaign` text,
	`at` integer NOT NULL,
	`by` text,
	PRIMARY KEY(`source_id`, `campaign`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade
);
