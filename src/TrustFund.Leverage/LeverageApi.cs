namespace TrustFund.Leverage;

/// <summary>The service's own endpoints.</summary>
static class LeverageApi
{
    /// <summary>Adds them to a group.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        OpenInstrument.Map(api);
        ReadInstruments.Map(api);
        SetMobilisationTarget.Map(api);
        ReadMobilisationTarget.Map(api);
        RecordOperation.Map(api);
        SignOperation.Map(api);
        DisburseOperation.Map(api);
        CancelOperation.Map(api);
        ReverseOperationEntry.Map(api);
        ReadOperations.Map(api);
        ReadOperationEntries.Map(api);
        ReadLeverage.Map(api);
        ReadMobilisation.Map(api);
        ReadScenarios.Map(api);
        ReadSensitivity.Map(api);
    }
}
