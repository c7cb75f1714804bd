// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/scenarioreader.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>
#include <services/platform/platform.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace model::operation;
using namespace services::platform;
using model::result::Result;
using services::experiment::Audit;
using services::experiment::AuditFinding;
using services::experiment::RunResult;

namespace {

const auto resources = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/");

template<typename T>
Result<T> done(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 240'000) || future.resultCount() == 0)
        return model::result::failure(model::result::Kind::TimedOut, u"It does not end"_s);
    return future.result();
}

// What is wrong now with something that was right before, or more of what was wrong in a sum. (An order that
// went wrong may go on doing so: when its customer tries again, what was taken for nothing has been taken
// twice.)
QStringList newOnes(const Audit &before, const Audit &after)
{
    QStringList sentences;
    for (const auto &finding : after.wrong) {
        const auto isKnown = [&](const AuditFinding &known) {
            return known.subject == finding.subject
                && (!finding.subject.isEmpty()
                    || (known.damage == finding.damage && known.amount >= finding.amount));
        };
        if (std::ranges::none_of(before.wrong, isKnown))
            sentences.append(finding.damage + u": "_s + finding.sentence);
    }
    return sentences;
}

// The fleets of one storm.
struct Sea
{
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Platform> platform;
    Scenario scenario;
    QFuture<Result<RunResult>> played;
    std::optional<Result<RunResult>> first{}; // of two
};

bool hasShown(const Sea &sea, Safeguard safeguard)
{
    const auto damage = QString::fromLatin1(description(safeguard).damage);
    return sea.first && sea.first->has_value() && (*sea.first)->audit->damages().contains(damage);
}

} // namespace

// The storm of resources/scenarios, cut short: with all safeguards no order is lost and the books balance;
// without one of them the audit finds its damage, and once it is on again no more of it, whatever is left of
// the old. All of them rage at the same time, each over fleets of its own.
class TestStorm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theBooksBalance();
    void withoutASafeguardTheyDoNot_data();
    void withoutASafeguardTheyDoNot();

private:
    // What is written down, one thing after another, without the gusts that are drawn by lot; or these.
    Scenario writtenStorm() const;
    Scenario gusts() const;
    Sea begin(Scenario scenario) const;

    model::system::System m_shop;
    std::shared_ptr<const services::assembly::ComponentFactory> m_factory;
    QTemporaryDir m_templates;
    Sea m_calm; // with all safeguards
    std::map<Safeguard, Sea> m_seas; // without this one
};

void TestStorm::initTestCase()
{
    m_shop = model::system::SystemReader::readFile(resources + u"systems/shop.json"_s).value();
    m_factory = componentsOf(m_shop).value();
    auto all = writtenStorm();
    std::ranges::copy(gusts().actions, std::back_inserter(all.actions));
    m_calm = begin(std::move(all));
    for (const auto &each : safeguardTable()) {
        auto scenario = writtenStorm();
        std::erase_if(scenario.fleets, [](const auto &fleet) { return fleet.id.value == u"monolith"; });
        scenario.safeguards.set(each.safeguard, false);
        m_seas.emplace(each.safeguard, begin(std::move(scenario)));
    }
    for (auto &[safeguard, sea] : m_seas)
        sea.first = done(sea.played);
    for (auto &[safeguard, sea] : m_seas) { // on a busy machine few may have come to harm
        if (!hasShown(sea, safeguard))
            sea.played = sea.platform->play(sea.scenario);
    }
    for (auto &[safeguard, sea] : m_seas) {
        if (!hasShown(sea, safeguard))
            sea.first = done(sea.played);
        auto scenario = gusts();
        scenario.fleets = sea.scenario.fleets;
        sea.played = sea.platform->play(scenario);
    }
}

Scenario TestStorm::writtenStorm() const
{
    auto scenario = ScenarioReader::readFile(resources + u"scenarios/storm.json"_s, m_shop).value();
    scenario.load.shoppersPerSecond = 30;
    scenario.load.warmUp = 300ms;
    scenario.expectations.clear(); // this machine may be busy; the books are what matters
    std::erase_if(scenario.actions, [](const Action &action) {
        const auto *wait = std::get_if<Wait>(&action);
        return std::holds_alternative<WaitUntilJourney>(action) || std::holds_alternative<Storm>(action)
            || (wait != nullptr && wait->duration == 2s); // before and after everything
    });
    return scenario;
}

Scenario TestStorm::gusts() const
{
    auto scenario = writtenStorm();
    auto whole = ScenarioReader::readFile(resources + u"scenarios/storm.json"_s, m_shop).value();
    std::erase_if(whole.actions, [](const Action &action) { return !std::holds_alternative<Storm>(action); });
    std::get<Storm>(whole.actions.front()).duration = 2s;
    whole.actions.push_back(WaitUntilHealthy{{}, 30s});
    scenario.actions = std::move(whole.actions);
    return scenario;
}

Sea TestStorm::begin(Scenario scenario) const
{
    Sea sea;
    sea.folder = std::make_unique<QTemporaryDir>();
    PlatformOptions options;
    options.system = m_shop;
    options.packagings = scenario.fleets;
    options.dataFolder = sea.folder->filePath(u"data"_s);
    options.templatesFolder = m_templates.path();
    options.population.loggedInAtStart = 30;
    options.journeys = scenario.load.journeys;
    options.audit.patience = 40s;
    if (scenario.safeguards != Safeguards())
        options.audit.patienceAtRest = 800ms; // what is wrong is waited for in vain
    options.fleets.bootTimeScale = 0.2;
    options.fleets.healthTimeout = 3s;
    sea.platform = std::make_unique<Platform>(std::move(options), m_factory);
    if (const auto started = done(sea.platform->start()); !started)
        qFatal("%s", qPrintable(started.error().message));
    sea.played = sea.platform->play(scenario);
    sea.scenario = std::move(scenario);
    return sea;
}

void TestStorm::theBooksBalance()
{
    const auto result = done(m_calm.played);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    const auto &audit = *result->audit;
    QVERIFY2(audit.balances(), qPrintable((audit.complaints() + audit.moving).join(u'\n')));
    QCOMPARE(audit.waiting, 0);
    for (const auto &sum : audit.sums) {
        if (sum.what == u"confirmed orders")
            QVERIFY2(sum.amount > 5, qPrintable(u"%1: %2"_s.arg(sum.fleet).arg(sum.amount)));
    }
}

void TestStorm::withoutASafeguardTheyDoNot_data()
{
    QTest::addColumn<int>("safeguard");
    for (const auto &each : safeguardTable())
        QTest::newRow(each.word) << static_cast<int>(each.safeguard);
}

void TestStorm::withoutASafeguardTheyDoNot()
{
    QFETCH(int, safeguard);
    auto &sea = m_seas.at(static_cast<Safeguard>(safeguard));
    const auto &first = sea.first;
    QVERIFY2(first->has_value(), qPrintable(*first ? QString() : first->error().message));
    const auto damage = QString::fromLatin1(description(static_cast<Safeguard>(safeguard)).damage);
    const auto &before = *(*first)->audit;
    QVERIFY2(before.damages().contains(damage), qPrintable(QStringList(before.damages().keys()).join(u' ')));
    QVERIFY(!(*first)->passed());
    QVERIFY2(before.waiting == 0, qPrintable(before.moving.join(u'\n')));

    const auto after = done(sea.played);
    QVERIFY2(after.has_value(), qPrintable(after ? QString() : after.error().message));
    QCOMPARE(newOnes(before, *after->audit), QStringList());
    QVERIFY2(after->audit->waiting == 0, qPrintable(after->audit->moving.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStorm)
#include "tst_storm.moc"
