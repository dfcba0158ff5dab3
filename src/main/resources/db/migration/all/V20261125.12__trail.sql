-- Greatest id among the decisions of a pruned day: up to it, a decision that is gone was pruned.
ALTER TABLE seal_anchor ADD COLUMN pruned_to BIGINT DEFAULT 0 NOT NULL;
