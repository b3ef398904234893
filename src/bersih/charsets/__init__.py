"""Which encoding bytes are in, where they are not UTF-8. Evidence only: nothing is edited here."""
