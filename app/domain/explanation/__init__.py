"""Why an answer is what it is: rules in words, and the projection's arithmetic step by step."""
