"""What was read of judgments, as the graph has it, against labels. Commands import `documents`."""
