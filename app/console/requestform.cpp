// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestform.h"

#include "answerwords.h"
#include "field.h"
#include "samples.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPatience = 60; // seconds

QLabel *caption(const QString &text, QWidget *of)
{
    auto *label = new QLabel(text);
    label->setBuddy(of);
    return label;
}

void dressAsCode(QPlainTextEdit &edit)
{
    edit.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit.setTabChangesFocus(true);
}

} // namespace

RequestForm::RequestForm(const model::system::System &system,
                         const std::vector<model::packaging::Packaging> &packagings,
                         QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_fleet(new QComboBox)
    , m_endpoint(new QComboBox)
    , m_form(new QFormLayout)
    , m_query(new QLineEdit)
    , m_patience(new QSpinBox)
    , m_body(new QPlainTextEdit)
    , m_headers(new QPlainTextEdit)
    , m_session(new QLineEdit)
    , m_send(new QPushButton(tr("Se&nd")))
    , m_status(new QLabel(tr("The answer appears here.")))
    , m_answer(new QPlainTextEdit)
{
    fillChoices();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 14, 4);
    row->setSpacing(20);
    row->addWidget(buildAddress(), 3);
    row->addWidget(buildContent(), 3);
    row->addWidget(buildAnswer(), 4);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &RequestForm::chooseEndpoint);
    connect(m_send, &QPushButton::clicked, this, &RequestForm::send);
    chooseEndpoint();
}

void RequestForm::fillChoices()
{
    for (const auto &packaging : m_packagings)
        m_fleet->addItem(packaging.title);
    m_fleet->setCurrentIndex(m_fleet->count() - 1);
    for (const auto &capability : m_system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            m_endpoint->addItem(u"%1: %2"_s.arg(capability.title, endpoint.id.operation));
            m_endpoints.push_back(endpoint.id);
        }
    }
    m_endpoint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_endpoint->setMinimumContentsLength(20);
    m_endpoint->setMaxVisibleItems(14);
}

QWidget *RequestForm::buildAddress()
{
    auto *box = new QWidget;
    m_patience->setRange(1, longestPatience);
    m_patience->setValue(5);
    m_patience->setSuffix(tr(" s"));
    m_patience->setAccessibleName(tr("Seconds to wait at most"));
    auto *shape = new QHBoxLayout;
    shape->setSpacing(8);
    shape->addWidget(m_fleet, 1);
    shape->addWidget(caption(tr("&Wait at most"), m_patience));
    shape->addWidget(m_patience);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(4);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->addRow(caption(tr("S&hape"), m_fleet), shape);
    m_form->addRow(tr("&Endpoint"), m_endpoint);
    m_form->addRow(tr("Quer&y"), m_query);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    column->addStretch(1);
    return box;
}

QWidget *RequestForm::buildContent()
{
    auto *box = new QWidget;
    dressAsCode(*m_body);
    dressAsCode(*m_headers);
    m_body->setMinimumHeight(34);
    m_body->setSizeAdjustPolicy(
        QAbstractScrollArea::AdjustToContents); // else an error pushes what is below out
    m_headers->setFixedHeight(2 * m_headers->fontMetrics().lineSpacing() + 22); // two are usual
    m_headers->setPlaceholderText(tr("Name: value"));
    m_session->setPlaceholderText(tr("Nobody"));
    m_bodyField = new Field(tr("Body"), m_body);
    m_headersField = new Field(tr("Headers"), m_headers);
    m_sessionField = new Field(tr("Session"), m_session);
    auto *logInButton = new QPushButton(tr("Lo&g in a demo customer"));
    connect(logInButton, &QPushButton::clicked, this, &RequestForm::logIn);
    auto *session = new QHBoxLayout;
    session->setSpacing(8);
    session->addWidget(m_sessionField, 1, Qt::AlignTop);
    session->addWidget(logInButton, 0, Qt::AlignTop);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(caption(tr("&Body"), m_body), m_bodyField);
    form->addRow(caption(tr("He&aders"), m_headers), m_headersField);
    form->addRow(caption(tr("Sessi&on"), m_session), session);
    return box;
}

QWidget *RequestForm::buildAnswer()
{
    auto *box = new QWidget;
    dressAsCode(*m_answer);
    m_answer->setReadOnly(true);
    m_answer->setAccessibleName(tr("Answer"));
    m_status->setProperty("kind", u"heading"_s);
    m_send->setProperty("kind", u"primary"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_send);
    head->addWidget(m_status, 1);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_answer, 1);
    return box;
}

const model::system::EndpointId *RequestForm::endpoint() const
{
    const int row = m_endpoint->currentIndex();
    return row < 0 ? nullptr : &m_endpoints[static_cast<size_t>(row)];
}

void RequestForm::choose(int fleet, const model::system::CapabilityId &capability)
{
    m_fleet->setCurrentIndex(fleet);
    const auto first = std::ranges::find(m_endpoints, capability, &model::system::EndpointId::capability);
    if (first != m_endpoints.end())
        m_endpoint->setCurrentIndex(static_cast<int>(first - m_endpoints.begin()));
    m_endpoint->setFocus(Qt::OtherFocusReason);
}

void RequestForm::chooseEndpoint()
{
    for (const auto &[name, field] : m_path)
        m_form->removeRow(field);
    m_path.clear();
    const auto *chosen = endpoint();
    if (chosen == nullptr)
        return;
    const QString operation = chosen->operation;
    static const QRegularExpression parameter(u"\\{([^}]+)\\}"_s);
    int row = 2;
    for (auto match = parameter.globalMatch(operation); match.hasNext();) {
        const QString name = match.next().captured(1);
        auto *field = new Field(name, new QLineEdit(sampleParameter(operation, name)));
        m_form->insertRow(row++, name, field);
        m_path.emplace_back(name, field);
    }
    m_query->setText(sampleQuery(operation));
    m_body->setPlainText(sampleBody(operation));
    m_bodyField->setEnabled(draft().hasBody());
    m_body->setPlaceholderText(draft().hasBody() ? tr("JSON") : tr("This method sends no body"));
    complain({});
}

RequestDraft RequestForm::draft() const
{
    RequestDraft draft;
    draft.operation = endpoint()->operation;
    for (const auto &[name, field] : m_path)
        draft.parameters.push_back({name, static_cast<QLineEdit *>(field->editor())->text()});
    draft.query = m_query->text();
    draft.headers = m_headers->toPlainText();
    draft.body = m_body->toPlainText();
    draft.session = m_session->text().trimmed();
    return draft;
}

std::vector<std::pair<QString, Field *>> RequestForm::fields() const
{
    auto all = m_path;
    all.insert(all.end(),
               {{u"body"_s, m_bodyField}, {u"headers"_s, m_headersField}, {u"session"_s, m_sessionField}});
    return all;
}

void RequestForm::complain(const std::vector<model::result::Error> &errors)
{
    Field *first = nullptr;
    for (const auto &[name, field] : fields()) {
        const auto error = std::ranges::find(errors, name, &model::result::Error::subject);
        field->complain(error == errors.end() ? QString() : error->message);
        if (error != errors.end() && first == nullptr)
            first = field;
    }
    if (first != nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

void RequestForm::ask(services::platform::EndpointCall call, const model::system::CapabilityId &capability)
{
    call.fleet = m_packagings[static_cast<size_t>(m_fleet->currentIndex())].id;
    call.capability = capability;
    call.patience = std::chrono::seconds(m_patience->value());
    Q_EMIT sendWanted(++m_number, call);
}

void RequestForm::send()
{
    if (endpoint() == nullptr)
        return;
    const auto call = readDraft(draft());
    complain(call.has_value() ? std::vector<model::result::Error>() : call.error());
    if (!call.has_value())
        return showWords(tr("✕ Not sent: see the fields"), {});
    showWords(tr("Waiting for the answer…"), {});
    ask(*call, endpoint()->capability);
}

void RequestForm::logIn()
{
    RequestDraft draft;
    draft.operation = u"POST /api/sessions"_s;
    draft.body = sampleBody(draft.operation);
    const auto call = readDraft(draft);
    if (!call.has_value())
        return;
    m_loginNumber = m_number + 1;
    showWords(tr("Logging in…"), {});
    ask(*call, m_system.entry);
}

void RequestForm::showWords(const QString &status, const QString &body)
{
    m_status->setText(status);
    m_answer->setPlainText(body);
}

void RequestForm::showFailure(quint64 number, const QString &reason)
{
    if (number == m_number)
        showWords(tr("✕ No answer"), reason);
}

void RequestForm::showAnswer(quint64 number, const services::platform::EndpointAnswer &answer)
{
    if (number != m_number)
        return;
    showWords(statusWords(answer), answerWords(answer));
    if (number == m_loginNumber)
        m_session->setText(QJsonDocument::fromJson(answer.response.body).object()[u"token"_s].toString());
}

} // namespace app::console
