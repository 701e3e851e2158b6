"""Who got the data must be told that they were corrected, erased or restricted: art. 19."""
