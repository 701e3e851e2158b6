"""What a person takes along: tables brought in from the places that hold data, and the package."""
