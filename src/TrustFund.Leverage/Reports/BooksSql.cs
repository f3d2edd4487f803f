namespace TrustFund.Leverage;

/// <summary>The statements that give a fund's books, each in one document of one moment: as they are kept, or summed from their history.</summary>
static class BooksSql
{
    /// <summary>The books of a fund as they stand.</summary>
    public const string Kept = $"select {KeptBooks}::text from fund_inputs f where f.id = @fund";

    /// <summary>The same, with how far they go.</summary>
    public const string KeptWithPositions = $"""
        select json_build_object('books', {KeptBooks}, 'positions', json_build_object(
            'own', (select sequence from journal.head),
            'pledges', coalesce((select sequence from journal.followed where source = 'pledges'), 0),
            {Applied}))::text
        from fund_inputs f
        where f.id = @fund
        """;

    /// <summary>The books of a fund as they stood: @asOf is the last booking date that counts.</summary>
    public const string AsOf = $"""
        select json_build_object('books', {BooksAsOf}, 'positions', json_build_object(
            'own', (select sequence from journal.head),
            'pledges', coalesce((select sequence from journal.followed where source = 'pledges'), 0),
            {Applied}))::text
        from fund_inputs f
        where f.id = @fund
        """;

    /// <summary>
    /// The same, where @knownOn is the last recorded time that counts. The position of Pledges is its last entry by then that changed an
    /// input: what follows it changed none.
    /// </summary>
    public const string KnownOn = $"""
        select json_build_object('books', {BooksAsOf}, 'positions', json_build_object(
            'own', coalesce((select sequence from journal.entry where recorded_at <= @knownOn order by sequence desc limit 1), 0),
            'pledges', coalesce((
                select sequence from input_entries
                where source = 'pledges' and recorded_at <= @knownOn
                order by recorded_at desc, sequence desc
                limit 1), 0),
            {Applied}))::text
        from fund_inputs f
        where f.id = @fund
        """;

    const string KeptBooks = """
        json_build_object(
            'fund', row_to_json(f),
            'windows', (select coalesce(json_agg(w order by w.code), '[]') from window_inputs w where w.fund = f.id),
            'instruments', (select coalesce(json_agg(i order by i.code), '[]') from instruments i where i.fund = f.id),
            'portfolio', (select row_to_json(p) from portfolios p where p.id = f.id),
            'target', (select row_to_json(t) from mobilisation_targets t where t.id = f.id),
            'totals', (select coalesce(json_agg(m), '[]') from mobilised_totals m where m.fund = f.id))
        """;

    const string Applied = """
            'applied', coalesce((select sequence from journal.followed where source = 'pledges'), 0),
            'applied_at', (select recorded_at from input_entries where source = 'pledges' order by recorded_at desc limit 1),
            'unapplied', (select count(*) from journal.unapplied where source = 'pledges' and replayed_at is null)
        """;

    const string BooksAsOf = """
        json_build_object(
            'fund', (
                select row_to_json(k) from (
                    select f.id, f.version, f.name, f.currency, f.established_on, coalesce(sum(e.amount), 0) as certified
                    from input_entries e
                    where e.fund = f.id and e.window_code is null and e.booked_on <= @asOf and e.recorded_at <= @knownOn) k),
            'windows', (
                select coalesce(json_agg(k order by k.code), '[]') from (
                    select w.id, w.version, w.fund, w.code, w.name, coalesce(sum(e.amount), 0) as certified
                    from window_inputs w
                    left join input_entries e on e.fund = w.fund and e.window_code = w.code and e.booked_on <= @asOf and e.recorded_at <= @knownOn
                    where w.fund = f.id
                    group by w.id) k),
            'instruments', (
                select coalesce(json_agg(k order by k.code), '[]') from (
                    select i.id, i.version, i.fund, i.code, i.name, i.kind, i.window_code, i.provisioning_percent, i.opened_on, i.booked_on, i.recorded_at,
                        coalesce(sum(e.expected_amount), 0) as expected_amount, coalesce(sum(e.expected_investment), 0) as expected_investment,
                        coalesce(sum(e.signed_amount), 0) as signed_amount, coalesce(sum(e.disbursed_amount), 0) as disbursed_amount
                    from instruments i
                    left join instrument_entries e on e.fund = i.fund and e.instrument = i.code and e.booked_on <= @asOf and e.recorded_at <= @knownOn
                    where i.fund = f.id and i.booked_on <= @asOf and i.recorded_at <= @knownOn
                    group by i.id) k),
            'portfolio', (
                select row_to_json(k) from (
                    select f.id, 0 as version, coalesce(sum(e.operations), 0) as operations, coalesce(sum(e.investment), 0) as expected_mobilised
                    from figure_entries e
                    where e.fund = f.id and e.measure = 'expected' and e.booked_on <= @asOf and e.recorded_at <= @knownOn) k),
            'target', (
                select row_to_json(k) from (
                    select t.fund as id, t.version, t.currency, t.amount, t.qualifier, t.set_on, t.source
                    from target_entries t
                    where t.fund = f.id and t.booked_on <= @asOf and t.recorded_at <= @knownOn
                    order by t.sequence desc
                    limit 1) k),
            'totals', (
                select coalesce(json_agg(k), '[]') from (
                    select e.fund || '/' || e.measure as id, 0 as version, e.fund, e.measure, sum(e.operations) as operations, sum(e.itemised) as itemised,
                        sum(e.investment) as investment, sum(e.grants) as grants, sum(e.public_finance) as public_finance,
                        sum(e.private_finance) as private_finance, sum(e.attributed_private) as attributed_private
                    from figure_entries e
                    where e.fund = f.id and e.booked_on <= @asOf and e.recorded_at <= @knownOn
                    group by e.fund, e.measure) k))
        """;
}
