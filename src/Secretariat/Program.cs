using Secretariat;

// With no verb it serves. Every verb is described by --help.
return await Verbs.Root().Parse(args).InvokeAsync();
