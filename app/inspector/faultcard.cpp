// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultcard.h"

#include "settingfield.h"

#include <app/style/label.h>
#include <app/wording/faults.h>
#include <model/operation/faulttable.h>

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::operation::Fault;
using style::label;

FaultCard::FaultCard(const Fault &preset, const std::vector<OtherEnd> &others, Words words, QWidget *parent)
    : QFrame(parent)
    , m_words(std::move(words))
    , m_title(new QToolButton)
    , m_act(new QPushButton)
{
    take(preset, others);
    m_settle.setSingleShot(true);
    m_settle.setInterval(250ms);
    m_title->setText(wording::title(preset.kind));
    m_title->setCheckable(true);
    m_title->setProperty("kind", u"fold"_s);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long title gives way to "Do it"
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setAccessibleDescription(wording::plainWords(preset.kind));
    m_act->setProperty("kind", u"danger"_s);
    m_act->setProperty("extent", u"small"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(m_act);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    installEventFilter(this);
    for (auto *child : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_act)})
        child->installEventFilter(this);
    connect(m_title, &QToolButton::toggled, this, &FaultCard::setOpen);
    connect(m_act, &QPushButton::clicked, this, &FaultCard::act);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (!m_inForce.has_value())
            return;
        const auto before = *m_inForce;
        auto after = before;
        after.settings = fault().settings;
        if (after == before)
            return;
        Q_EMIT wanted(after); // first, so that nobody recovers in between
        Q_EMIT unwanted(before);
    });
    setOpen(false);
    describe();
}

void FaultCard::take(const Fault &preset, const std::vector<OtherEnd> &others)
{
    const bool hasOthers = !preset.callee.isEmpty() || !preset.topic.isEmpty();
    m_fault = preset;
    m_others = hasOthers ? others : std::vector<OtherEnd>();
}

void FaultCard::setOffer(const Fault &preset, const std::vector<OtherEnd> &others)
{
    m_settle.stop();
    setOpen(false);
    forgetBody();
    m_inForce.reset();
    m_isPondered = false;
    take(preset, others);
    describe();
}

void FaultCard::forgetBody()
{
    m_fields.clear();
    m_other = nullptr;
    m_sentence = nullptr;
    delete std::exchange(m_body, nullptr);
}

void FaultCard::buildBody()
{
    m_body = new QWidget(this);
    m_other = new QComboBox(m_body);
    m_sentence = label({}, "subtle");
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(10, 2, 0, 8);
    column->setSpacing(6);
    column->addWidget(label(wording::plainWords(m_fault.kind), "subtle"));
    for (const auto &other : m_others)
        m_other->addItem(other.title);
    m_other->setVisible(!m_others.empty());
    m_other->setAccessibleName(m_fault.topic.isEmpty() ? tr("The line to") : tr("Messages"));
    column->addWidget(m_other);
    for (const auto &range : model::operation::description(m_fault.kind).settings) {
        auto *field = new SettingField(range);
        field->setValue(m_fault.setting(range.setting));
        m_fields.push_back(field);
        column->addWidget(field);
        connect(field, &SettingField::changed, this, &FaultCard::settingChanged);
    }
    column->addWidget(m_sentence);
    connect(m_other, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_fault.callee = m_others[static_cast<size_t>(index)].callee;
        m_fault.topic = m_others[static_cast<size_t>(index)].topic;
        m_inForce.reset();
        settingChanged();
    });
    layout()->addWidget(m_body);
    putIntoTabOrder();
    describe();
}

// The keyboard goes through what is inside next, though it was built last.
void FaultCard::putIntoTabOrder()
{
    QWidget *last = m_act;
    for (auto *part : m_body->findChildren<QWidget *>()) {
        if ((part->focusPolicy() & Qt::TabFocus) == 0 || part->focusProxy() != nullptr)
            continue;
        setTabOrder(last, part);
        last = part;
    }
}

Fault FaultCard::fault() const
{
    auto fault = m_fault;
    for (const auto *field : m_fields) {
        const auto range = model::operation::rangeOf(fault.kind, field->setting());
        if (range->preset != field->value())
            fault.settings[field->setting()] = field->value();
        else
            fault.settings.remove(field->setting());
    }
    return fault;
}

void FaultCard::setInstance(int instance)
{
    m_fault.target.instance = instance;
    describe();
}

void FaultCard::setInForce(const std::optional<Fault> &fault)
{
    if (m_inForce == fault)
        return;
    m_inForce = fault;
    if (fault.has_value() && !m_settle.isActive()) {
        m_fault.settings = fault->settings;
        for (auto *field : m_fields) {
            const QSignalBlocker quiet(field);
            field->setValue(fault->setting(field->setting()));
        }
    }
    describe();
}

void FaultCard::setOpen(bool open)
{
    if (open && m_body == nullptr)
        buildBody();
    if (m_body != nullptr)
        m_body->setVisible(open);
    m_title->setToolTip(open ? QString() : style::tip(wording::plainWords(m_fault.kind))); // else said twice
    m_act->setFocusPolicy(open ? Qt::StrongFocus : Qt::ClickFocus); // half as many stops for the keyboard
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (m_title->isChecked() != open)
        m_title->setChecked(open);
    else if (open)
        Q_EMIT opened();
}

void FaultCard::act()
{
    Q_EMIT pondered({});
    if (m_inForce.has_value())
        Q_EMIT unwanted(*m_inForce);
    else
        Q_EMIT wanted(fault());
}

void FaultCard::settingChanged()
{
    describe();
    if (m_inForce.has_value())
        m_settle.start();
    else if (m_isPondered)
        Q_EMIT pondered(fault());
}

void FaultCard::describe()
{
    const QString title = wording::title(m_fault.kind);
    m_act->setProperty("harms", !m_inForce.has_value());
    m_act->setText(m_inForce.has_value() ? tr("Undo") : tr("Do it"));
    m_act->setAccessibleName(u"%1: %2"_s.arg(title, m_act->text()));
    m_act->setToolTip(style::tip(m_inForce.has_value() ? wording::lifting(m_fault.kind)
                                                       : tr("Until you undo it: %1").arg(m_words(fault()))));
    setProperty("inForce", m_inForce.has_value());
    m_title->setText(m_inForce.has_value() ? tr("◆ %1").arg(title) : title);
    if (m_sentence == nullptr)
        return;
    m_sentence->setText(m_inForce.has_value() ? tr("In force: %1.").arg(m_words(*m_inForce))
                                              : tr("Then %1.").arg(m_words(fault())));
}

bool FaultCard::eventFilter(QObject *watched, QEvent *event)
{
    const bool comes
        = (watched == this && event->type() == QEvent::Enter) || event->type() == QEvent::FocusIn;
    const bool goes
        = (watched == this && event->type() == QEvent::Leave) || event->type() == QEvent::FocusOut;
    if (comes || goes) {
        m_isPondered = comes;
        if (!m_inForce.has_value() || goes)
            Q_EMIT pondered(comes ? std::optional(fault()) : std::nullopt);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace app::inspector
