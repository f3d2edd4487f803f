using TrustFund.SignIn;

await Issuer.Build(args).RunAsync();
