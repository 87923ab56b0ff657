"""A tuned model beside its base on the same questions. Only commands import it."""
