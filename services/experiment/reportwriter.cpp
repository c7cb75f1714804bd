// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportwriter.h"

#include "reportstyle.h"
#include "timelinesvg.h"

#include <QSaveFile>

namespace services::experiment {

using namespace Qt::StringLiterals;
using model::operation::word;

namespace {

constexpr std::array phasesInOrder = {Phase::Before, Phase::During, Phase::After};

QString shape(JourneyState state)
{
    switch (state) { // never by colour alone
    case JourneyState::Working:
        return u"●"_s;
    case JourneyState::Degraded:
        return u"◐"_s;
    case JourneyState::Down:
        return u"✕"_s;
    case JourneyState::Unknown:
        return u"–"_s;
    }
    return {};
}

QString stateCell(const JourneyFigures &figures, Phase phase)
{
    const auto state = figures.state(phase);
    const auto &tally = figures.phase(phase).tally;
    return uR"(<td class="%1"><span>%2 %1</span><small>%3 of %4</small></td>)"_s
        .arg(word(state), shape(state))
        .arg(tally.succeeded)
        .arg(tally.attempts);
}

QString figureCells(const JourneyFigures &figures)
{
    const auto quantile = [&](double share) {
        if (figures.latency.isEmpty())
            return u"–"_s;
        const auto time = std::chrono::duration<double, std::milli>(figures.latency.quantile(share));
        return QString::number(time.count(), 'f', 1);
    };
    QString recovery = u"–"_s;
    if (figures.recovery)
        recovery = QString::number(figures.recovery->count());
    else if (figures.wasLost)
        recovery = u"not recovered"_s;
    return u"<td class=\"figure\">%1</td><td class=\"figure\">%2</td><td class=\"figure\">%3</td>"_s.arg(
        quantile(0.5), quantile(0.95), recovery);
}

QString journeysTable(const RunResult &result, const model::system::System &system)
{
    QString html = u"<table><thead><tr><th></th>"_s;
    for (const auto &fleet : result.fleets)
        html += u"<th colspan=\"6\">%1</th>"_s.arg(fleet.record.title.toHtmlEscaped());
    html += u"</tr><tr><th>journey</th>"_s;
    for (std::size_t fleet = 0; fleet < result.fleets.size(); ++fleet)
        html
            += u"<th>before</th><th>during</th><th>after</th><th>p50 ms</th><th>p95 ms</th><th>recovery ms</th>"_s;
    html += u"</tr></thead><tbody>"_s;
    for (const auto &journey : system.journeys) {
        html += u"<tr><th>%1</th>"_s.arg(journey.title.toHtmlEscaped());
        for (const auto &fleet : result.fleets) {
            const JourneyFigures untried;
            const auto *tried = fleet.journey(journey.id);
            const auto &figures = tried != nullptr ? *tried : untried;
            for (const auto phase : phasesInOrder)
                html += stateCell(figures, phase);
            html += figureCells(figures);
        }
        html += u"</tr>"_s;
    }
    return html + u"</tbody></table>"_s;
}

QString legend(const RunResult &result)
{
    QString html = u"<p class=\"legend\">"_s;
    for (std::size_t index = 0; index < result.fleets.size(); ++index)
        html += u"<span class=\"key fleet-%1\"></span>%2 "_s.arg(
            QString::number(index), result.fleets[index].record.title.toHtmlEscaped());
    return html
        + u"<span class=\"key crash\"></span>fault; the band lasts until all instances are healthy</p>"_s;
}

QString timelines(const RunResult &result)
{
    std::vector<FleetRecord> records;
    for (const auto &fleet : result.fleets)
        records.push_back(fleet.record);
    return u"<h2>Successful journeys per second</h2>"_s + legend(result)
        + timelineSvg(records, Curve::SuccessesPerSecond)
        + u"<h2>Time of successful journeys, p95 in ms</h2>"_s + timelineSvg(records, Curve::P95);
}

// Empty when nobody looked at any fleet.
QString costs(const RunResult &result)
{
    QString rows;
    for (const auto &fleet : result.fleets) {
        if (!fleet.cost)
            continue;
        const auto &cost = *fleet.cost;
        const auto each = cost.cpuOfThousandAttempts();
        rows += u"<tr><th>%1</th><td class=\"figure\">%2</td><td class=\"figure\">%3 MB</td>"
                u"<td class=\"figure\">%4 s</td><td class=\"figure\">%5</td></tr>"_s.arg(
                    fleet.record.title.toHtmlEscaped(), QString::number(cost.instances, 'f', 1),
                    QString::number(cost.memoryMegabytes, 'f', 0), QString::number(cost.cpu.count(), 'f', 1),
                    each ? u"%1 s"_s.arg(each->count(), 0, 'f', 1) : u"–"_s);
    }
    if (rows.isEmpty())
        return {};
    return u"<h2>What it took</h2><table><thead><tr><th></th><th>instances</th><th>declared memory</th>"
           u"<th>CPU, measured</th><th>CPU for 1,000 attempts, measured</th></tr></thead><tbody>%1</tbody>"
           u"</table>"_s.arg(rows);
}

QString expectations(const RunResult &result)
{
    QString html
        = u"<table class=\"expectations\"><thead><tr><th></th><th>expected</th><th>measured</th></tr></thead>"_s;
    for (const auto &verdict : result.verdicts)
        html += u"<tr><td class=\"%1\">%2</td><td>%3</td><td>%4</td></tr>"_s.arg(
            verdict.held ? u"working"_s : u"down"_s, verdict.held ? u"✓ held"_s : u"✕ not held"_s,
            verdict.text.toHtmlEscaped(), verdict.actual.toHtmlEscaped());
    return html + u"</table>"_s;
}

QString books(const Audit &audit)
{
    const QString seconds = QString::number(std::chrono::duration<double>(audit.waited).count(), 'f', 1);
    if (audit.balances())
        return u"<p>They balance: each confirmed order has one captured charge, exactly its stock, one "
               u"parcel "
               u"and its mails, and every purchase is settled; %1 only while the audit waited, for %2 s. %3 "
               u"messages still wait for somebody.</p>"_s.arg(audit.resolved)
                   .arg(seconds)
                   .arg(audit.waiting);
    QString html = u"<p class=\"down\">They do not balance: after %1 s %2 purchases were still not settled, "
                   u"%3 had been settled meanwhile.</p><ul class=\"down\">"_s.arg(seconds)
                       .arg(audit.inFlight)
                       .arg(audit.resolved);
    for (const auto &sentence : audit.complaints())
        html += u"<li>%1</li>"_s.arg(sentence.toHtmlEscaped());
    return html + u"</ul>"_s;
}

} // namespace

QByteArray ReportWriter::html(const RunResult &result, const model::system::System &system)
{
    const auto &scenario = result.scenario;
    QString page = u"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                   u"content=\"width=device-width\"><title>%1</title><style>%2</style></head><body>"_s.arg(
                       scenario.title.toHtmlEscaped(), reportStyle());
    page += u"<h1>%1</h1><p>%2</p>"_s.arg(scenario.title.toHtmlEscaped(), scenario.summary.toHtmlEscaped());
    page += u"<p class=\"note\">Every figure is <b>measured</b> on running fleets, but for what is called "
            u"declared: %1 shoppers/s on each, arriving whether they keep up or not; seed %2. In a state's "
            u"cell: attempts that succeeded, of all. Recovery counts from the order to restart.</p>"_s
                .arg(scenario.load.shoppersPerSecond)
                .arg(scenario.seed);
    page += u"<h2>What customers could do</h2>"_s + journeysTable(result, system) + timelines(result);
    page += costs(result);
    if (!result.verdicts.empty())
        page += u"<h2>Expectations</h2>"_s + expectations(result);
    if (result.audit)
        page += u"<h2>The books</h2>"_s + books(*result.audit);
    return (page + u"</body></html>\n"_s).toUtf8();
}

model::result::Result<void> ReportWriter::write(const QString &path, const QByteArray &html)
{
    using model::result::failure;
    using model::result::Kind;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(html) == html.size() && file.commit())
        return {};
    return failure(
        Kind::ReadOnly,
        u"The report could not be written: %1. Choose a folder that you may write to and that has space."_s
            .arg(file.errorString()),
        path);
}

} // namespace services::experiment
