// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/faultcard.h>
#include <app/inspector/faultspage.h>
#include <app/inspector/settingfield.h>
#include <model/operation/faultcheck.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using model::system::CapabilityId;

// What the page offers, and that each wish says exactly what is wished.
class TestFaultsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const tests::support::Shop shop;
        m_shop = shop.system;
        m_packagings = shop.shapes();
    }
    void init()
    {
        m_page = std::make_unique<FaultsPage>(m_shop, m_packagings);
        m_page->resize(270, 700);
        m_page->QWidget::show();
    }
    void cleanup() { m_page.reset(); }

    void whateverIsOfferedFitsTheSystem()
    {
        int offered = 0;
        for (int fleet = 0; fleet < 2; ++fleet) {
            const auto &packaging = m_packagings[static_cast<size_t>(fleet)];
            for (const auto &unit : packaging.units) {
                for (const auto &capability : unit.capabilities) {
                    for (const auto &group : faultGroups(m_shop, packaging, {fleet, unit.id, capability})) {
                        for (auto fault : group.faults) {
                            const auto errors = model::operation::errorsOf(fault, m_shop);
                            QVERIFY2(errors.empty(),
                                     errors.empty() ? "" : qPrintable(errors.front().message));
                            QCOMPARE(fault.target.fleet, packaging.id);
                            ++offered;
                        }
                        QVERIFY(!group.whom.isEmpty());
                    }
                }
            }
        }
        QVERIFY(offered > 300);
    }

    void onlyLinesThatExistCanBeCut()
    {
        const auto inside = groups(0, u"shop"_s, u"orders"_s)[2];
        QVERIFY(inside.faults.empty());
        QVERIFY2(inside.whom.contains(u"one program"_s), qPrintable(inside.whom));
        const auto outside = groups(1, u"orders"_s, u"orders"_s)[2];
        QStringList callees;
        for (const auto &other : outside.others)
            callees << other.callee.value;
        callees.sort();
        QCOMPARE(callees, (QStringList{u"cart"_s, u"inventory"_s, u"payments"_s}));
        QVERIFY(groups(1, u"payments"_s, u"payments"_s)[2].whom.contains(u"calls nobody"_s));
    }

    void saysExactlyWhomItTakes()
    {
        QVERIFY(groups(0, u"shop"_s, u"catalogue"_s)[0].whom.contains(u"all 11 modules"_s));
        QVERIFY(groups(1, u"catalogue"_s, u"catalogue"_s)[0].whom.contains(u"nobody else"_s));
        QVERIFY(groups(0, u"shop"_s, u"catalogue"_s)[1].whom.contains(u"stay well"_s));
        QVERIFY(groups(0, u"shop"_s, u"catalogue"_s)[3].whom.contains(u"10 modules"_s));
        QVERIFY(groups(1, u"storefront"_s, u"storefront"_s)[3].faults.empty());
    }

    void doesAndUndoes()
    {
        m_page->select(subject(1, u"payments"_s));
        QSignalSpy wanted(m_page.get(), &FaultsPage::faultWanted);
        QSignalSpy unwanted(m_page.get(), &FaultsPage::faultUnwanted);
        QTest::mouseClick(button(u"Hang: Do it"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        const auto fault = wanted.takeFirst()[0].value<Fault>();
        QCOMPARE(fault, (Fault{FaultKind::Hang, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}}));
        m_page->show(fleetWith({fault}));
        QTest::mouseClick(button(u"Hang: Undo"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(unwanted.takeFirst()[0].value<Fault>(), fault);
        m_page->show(fleetWith({}));
        QVERIFY(button(u"Hang: Do it"_s) != nullptr);
    }

    void saysWhoItTakesInEachShape()
    {
        const auto told = [this](const Subject &subject, const QString &act) {
            m_page->select(subject);
            return button(act)->toolTip();
        };
        const Subject module{0, {u"shop"_s}, CapabilityId{u"payments"_s}};
        QVERIFY(told(module, u"Freeze: Do it"_s).contains(u"Shop stands still"_s));
        QVERIFY(told(module, u"Hang: Do it"_s).contains(u"Payments in Shop hangs"_s));
        QVERIFY(told(subject(1, u"payments"_s), u"Hang: Do it"_s).contains(u": Payments hangs"_s));
        m_page->select(module);
        cardOf(FaultKind::Slow)->setOpen(true);
        const auto sentences = cardOf(FaultKind::Slow)->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(sentences, [](const QLabel *label) {
            return label->text() == u"Then Payments in Shop answers 500 ms later."_s;
        }));
    }

    void theSliderGoesFromTenMillisecondsToTenSecondsByRatios()
    {
        m_page->select(subject(1, u"payments"_s));
        auto *card = cardOf(FaultKind::Slow);
        card->setOpen(true);
        auto *slider = card->findChild<QSlider *>();
        auto *number = card->findChild<QSpinBox *>();
        QCOMPARE(number->value(), 500);
        slider->setValue(slider->minimum());
        QCOMPARE(card->fault().setting(FaultSetting::DelayMs), 10.0);
        slider->setValue((slider->minimum() + slider->maximum()) / 2);
        QVERIFY(std::abs(number->value() - 316) < 10); // the geometric middle
        slider->setValue(slider->maximum());
        QCOMPARE(number->value(), 10'000);
        number->setValue(800);
        QCOMPARE(card->fault().setting(FaultSetting::DelayMs), 800.0);
        number->setValue(500);
        QVERIFY(card->fault().settings.isEmpty()); // the preset need not be said
    }

    void everySettingKeepsWithinItsRange()
    {
        for (const auto &row : model::operation::faultTable()) {
            for (const auto &range : row.settings) {
                SettingField field(range);
                QVERIFY2(std::abs(field.value() - range.preset) < 0.51, row.word);
                auto *slider = field.findChild<QSlider *>();
                for (const int position : {slider->minimum(), 37, 100, 163, slider->maximum()}) {
                    slider->setValue(position);
                    QVERIFY2(field.value() >= range.minimum && field.value() <= range.maximum, row.word);
                }
                QVERIFY(!field.findChild<QSpinBox *>()->accessibleName().isEmpty());
            }
        }
    }

    void aSettingChangesWhatIsInForce()
    {
        m_page->select(subject(1, u"payments"_s));
        auto *card = cardOf(FaultKind::Slow);
        card->setOpen(true);
        const auto before = card->fault();
        m_page->show(fleetWith({before}));
        QSignalSpy wanted(m_page.get(), &FaultsPage::faultWanted);
        QSignalSpy unwanted(m_page.get(), &FaultsPage::faultUnwanted);
        card->findChild<QSpinBox *>()->setValue(800);
        QTRY_COMPARE(unwanted.size(), 1);
        QCOMPARE(wanted.takeFirst()[0].value<Fault>().setting(FaultSetting::DelayMs), 800.0);
        QCOMPARE(unwanted.takeFirst()[0].value<Fault>(), before);
    }

    void theLineToSomebodyElse()
    {
        m_page->select(subject(1, u"orders"_s));
        auto *card = cardOf(FaultKind::CutOff);
        card->setOpen(true);
        auto *to = card->findChild<QComboBox *>();
        to->setCurrentIndex(to->findText(u"Payments"_s));
        QCOMPARE(card->fault().callee.value, u"payments"_s);
        auto other = card->fault();
        other.callee = {u"cart"_s};
        m_page->show(fleetWith({other}));
        QVERIFY(button(u"Cut off, both ways: Do it"_s) != nullptr); // another line is cut
    }

    void oneOfSeveralInstances()
    {
        m_page->select(subject(1, u"payments"_s));
        auto *choice = m_page->findChild<QComboBox *>();
        m_page->show(fleetWith({}, 1));
        QVERIFY(!choice->isVisible());
        m_page->show(fleetWith({}, 2));
        QVERIFY(choice->isVisible());
        choice->setCurrentIndex(2);
        QCOMPARE(cardOf(FaultKind::Crash)->fault().target.instance, 2);
        QCOMPARE(cardOf(FaultKind::StoreFull)->fault().target.instance, 0); // they share it
        m_page->show(fleetWith({}, 1)); // it has gone
        QCOMPARE(cardOf(FaultKind::Crash)->fault().target.instance, 0);
    }

    void pointingAtAFaultSaysSo()
    {
        m_page->select(subject(1, u"payments"_s));
        QSignalSpy pondered(m_page.get(), &FaultsPage::faultPondered);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        button(u"Hang: Do it"_s)->setFocus(Qt::TabFocusReason);
        QCOMPARE(pondered.last()[0].value<std::optional<Fault>>()->kind, FaultKind::Hang);
        button(u"Slow: Do it"_s)->setFocus(Qt::TabFocusReason);
        QCOMPARE(pondered.last()[0].value<std::optional<Fault>>()->kind, FaultKind::Slow);
        m_page->setFocus();
        QTest::keyClick(button(u"Slow: Do it"_s), Qt::Key_Space);
        QVERIFY(!pondered.last()[0].value<std::optional<Fault>>().has_value()); // done, not thought of
    }

    void onlyOneIsUnfolded()
    {
        m_page->select(subject(1, u"payments"_s));
        const auto titles = m_page->findChildren<QToolButton *>();
        QTest::mouseClick(titles[0], Qt::LeftButton);
        QTest::mouseClick(titles[1], Qt::LeftButton);
        QVERIFY(!titles[0]->isChecked());
        QVERIFY(titles[1]->isChecked());
        QTest::keyClick(titles[1], Qt::Key_Space);
        QVERIFY(!titles[1]->isChecked());
    }

    void keepsItsCardsFromSubjectToSubject()
    {
        m_page->select(subject(1, u"payments"_s));
        const auto crash = cardOf(FaultKind::Crash);
        auto *slow = cardOf(FaultKind::Slow);
        slow->setOpen(true);
        slow->findChild<QSpinBox *>()->setValue(800);
        m_page->select(subject(1, u"catalogue"_s));
        QCOMPARE(cardOf(FaultKind::Crash), crash);
        QCOMPARE(crash->fault().target.capability.value, u"catalogue"_s);
        QVERIFY(slow->fault().settings.isEmpty()); // nobody has set it for this one
        QVERIFY(!slow->findChild<QToolButton *>()->isChecked());
        QVERIFY(cardOf(FaultKind::CutOff) == nullptr); // it calls nobody
        m_page->select(subject(1, u"orders"_s));
        QCOMPARE(cardOf(FaultKind::CutOff)->fault().target.capability.value, u"orders"_s);
    }

    void whatIsInForceIsOfTheOneSelectedOnly()
    {
        m_page->select(subject(1, u"payments"_s));
        m_page->show(fleetWith({cardOf(FaultKind::Hang)->fault()}));
        QVERIFY(button(u"Hang: Undo"_s) != nullptr);
        m_page->select(subject(1, u"catalogue"_s));
        QVERIFY(button(u"Hang: Undo"_s) == nullptr);
        m_page->select(subject(1, u"payments"_s));
        QVERIFY(button(u"Hang: Undo"_s) != nullptr); // at once
    }

    void whatIsFoldedIsNotBuilt()
    {
        m_page->select(subject(1, u"payments"_s));
        QVERIFY(m_page->findChildren<SettingField *>().isEmpty());
        const auto *card = cardOf(FaultKind::Slow);
        auto inForce = card->fault();
        inForce.settings[FaultSetting::DelayMs] = 800;
        m_page->show(fleetWith({inForce}));
        QVERIFY(m_page->findChildren<SettingField *>().isEmpty());
        cardOf(FaultKind::Slow)->setOpen(true);
        QCOMPARE(card->findChild<QSpinBox *>()->value(), 800);
        QCOMPARE(card->fault().setting(FaultSetting::DelayMs), 800.0);
    }

    void theKeyboardGoesThroughThemFromTheTopDown()
    {
        m_page->select(subject(1, u"payments"_s));
        m_page->select(subject(1, u"orders"_s)); // has lines, which come in between
        cardOf(FaultKind::Slow)->setOpen(true);
        QCoreApplication::processEvents(); // all are in their places
        int lowest = -1;
        int stops = 0;
        for (auto *stop = m_page->nextInFocusChain(); stop != m_page.get(); stop = stop->nextInFocusChain()) {
            if (!stop->isVisible() || (stop->focusPolicy() & Qt::TabFocus) == 0
                || stop->focusProxy() != nullptr)
                continue;
            const int top = stop->mapTo(m_page.get(), QPoint()).y();
            QVERIFY2(top >= lowest, qPrintable(stop->accessibleName()));
            lowest = top - stop->height(); // beside each other they are not equally high
            ++stops;
        }
        QVERIFY(stops > 20);
    }

    void whileItIsHiddenNothingIsBuilt()
    {
        m_page->hide();
        m_page->select(subject(1, u"payments"_s));
        QVERIFY(m_page->findChildren<FaultCard *>().isEmpty());
        m_page->show(
            fleetWith({Fault{FaultKind::Hang, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}}}));
        m_page->QWidget::show();
        QVERIFY(button(u"Hang: Undo"_s) != nullptr);
    }

    void isAimedAtTheUnitWhateverModuleItNames()
    {
        const Fault crash{FaultKind::Crash, {{u"orders"_s}, 1, {}}, {}, {}, {}};
        const Fault offered{FaultKind::Crash, {{u"catalogue"_s}, 0, {u"monolith"_s}}, {}, {}, {}};
        QVERIFY(isMeant(crash, offered, m_packagings[0]));
        QVERIFY(!isMeant(crash, offered, m_packagings[1]));
        const Fault elsewhere{FaultKind::Crash, {{u"catalogue"_s}, 0, {u"microservices"_s}}, {}, {}, {}};
        QVERIFY(!isMeant(elsewhere, offered, m_packagings[0]));
    }

    void theFewOnAMenuNameEachLine()
    {
        int cuts = 0;
        for (const auto &fault : usualFaults(m_shop, m_packagings[1], subject(1, u"orders"_s)))
            cuts += fault.kind == FaultKind::CutOff ? 1 : 0;
        QCOMPARE(cuts, 3);
    }

private:
    static Subject subject(int fleet, const QString &id) { return {fleet, {id}, CapabilityId{id}}; }
    std::vector<FaultGroup> groups(int fleet, const QString &unit, const QString &capability) const
    {
        return faultGroups(m_shop, m_packagings[static_cast<size_t>(fleet)],
                           {fleet, {unit}, CapabilityId{capability}});
    }
    static services::platform::FleetSnapshot fleetWith(const std::vector<Fault> &faults, int instances = 1)
    {
        services::platform::FleetSnapshot fleet;
        fleet.faults = faults;
        for (int index = 0; index < instances; ++index) {
            services::platform::InstanceSnapshot instance;
            instance.status.unit = {u"payments"_s};
            fleet.instances.push_back(instance);
        }
        return fleet;
    }
    QPushButton *button(const QString &name) const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->accessibleName() == name && button->isVisible())
                return button;
        }
        return nullptr;
    }
    FaultCard *cardOf(FaultKind kind) const
    {
        for (auto *card : m_page->findChildren<FaultCard *>()) {
            if (card->fault().kind == kind)
                return card;
        }
        return nullptr;
    }

    model::system::System m_shop;
    std::vector<model::packaging::Packaging> m_packagings;
    std::unique_ptr<FaultsPage> m_page;
};

QTEST_MAIN(TestFaultsPage)
#include "tst_faultspage.moc"
