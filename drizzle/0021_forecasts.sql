CREATE TABLE `forecast` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`title` text NOT NULL,
	`number` integer,
	`date` text,
	`delivered` integer,
	`hindsight` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `forecast_publication` ON `forecast` (`publication_id`);