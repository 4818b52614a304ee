"""What the kernel asks for; it also sets two names in here."""


async def install(requirements, *_, **__):
    raise NotImplementedError(
        f"{requirements} cannot be installed here: this page has what the course needs, and "
        "fetches nothing from elsewhere. Installed on your own machine, labnet has an environment "
        "to which you can add."
    )
