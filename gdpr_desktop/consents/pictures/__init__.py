"""«Kan biletet brukast?»: a short guided answer that is kept."""
