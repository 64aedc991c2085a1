"""From a claim to its readings: each way to understand it as a query, judged on the accounts then and now."""
