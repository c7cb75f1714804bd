// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestform.h"

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
#include <QUrl>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

QByteArray methodOf(const QString &operation)
{
    return operation.section(u' ', 0, 0).toLatin1();
}

QString bodyWords(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isNull())
        return QString::fromUtf8(document.toJson());
    constexpr int shown = 20000;
    return QString::fromUtf8(body.left(shown));
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
    , m_body(new QPlainTextEdit)
    , m_session(new QLineEdit)
    , m_send(new QPushButton(tr("&Send")))
    , m_status(new QLabel(tr("The answer appears here.")))
    , m_answer(new QPlainTextEdit)
{
    for (const auto &packaging : packagings)
        m_fleet->addItem(packaging.title);
    m_fleet->setCurrentIndex(m_fleet->count() - 1);
    for (const auto &capability : system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            m_endpoint->addItem(u"%1: %2"_s.arg(capability.title, endpoint.id.operation));
            m_endpoints.push_back(endpoint.id);
        }
    }
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_body->setFont(fixed);
    m_answer->setFont(fixed);
    m_body->setTabChangesFocus(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setReadOnly(true);
    m_answer->setAccessibleName(tr("Answer"));
    m_body->setMaximumHeight(56);
    m_session->setPlaceholderText(tr("Nobody is logged in"));
    m_send->setProperty("kind", u"primary"_s);
    m_status->setProperty("kind", u"heading"_s);
    auto *logInButton = new QPushButton(tr("&Log in a demo customer"));

    auto *sessionRow = new QHBoxLayout;
    sessionRow->addWidget(m_session, 1);
    sessionRow->addWidget(logInButton);
    m_form->addRow(tr("S&hape"), m_fleet);
    m_form->addRow(tr("&Endpoint"), m_endpoint);
    m_form->addRow(tr("&Query"), m_query);
    m_form->addRow(tr("&Body"), m_body);
    m_form->addRow(tr("Sessi&on"), sessionRow);
    auto *left = new QVBoxLayout;
    left->addLayout(m_form);
    left->addWidget(m_send, 0, Qt::AlignRight);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_status);
    right->addWidget(m_answer, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(20);
    row->addLayout(left, 2);
    row->addLayout(right, 3);

    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &RequestForm::chooseEndpoint);
    connect(m_send, &QPushButton::clicked, this, &RequestForm::send);
    connect(logInButton, &QPushButton::clicked, this, &RequestForm::logIn);
    chooseEndpoint();
}

const model::system::Endpoint *RequestForm::endpoint() const
{
    const int row = m_endpoint->currentIndex();
    return row < 0 ? nullptr : m_system.endpoint(m_endpoints[static_cast<size_t>(row)]);
}

void RequestForm::choose(int fleet, const model::system::CapabilityId &capability)
{
    m_fleet->setCurrentIndex(fleet);
    const auto first = std::ranges::find(m_endpoints, capability, &model::system::EndpointId::capability);
    if (first != m_endpoints.end())
        m_endpoint->setCurrentIndex(static_cast<int>(first - m_endpoints.begin()));
    m_endpoint->setFocus();
}

void RequestForm::chooseEndpoint()
{
    for (const auto &[name, edit] : m_path)
        m_form->removeRow(edit);
    m_path.clear();
    const auto *chosen = endpoint();
    if (chosen == nullptr)
        return;
    const QString operation = chosen->id.operation;
    static const QRegularExpression parameter(u"\\{([^}]+)\\}"_s);
    int row = 2;
    for (auto match = parameter.globalMatch(operation); match.hasNext();) {
        const QString name = match.next().captured(1);
        auto *edit = new QLineEdit(sampleParameter(operation, name));
        m_form->insertRow(row++, name, edit);
        m_path.emplace_back(name, edit);
    }
    m_query->setText(sampleQuery(operation));
    m_body->setPlainText(sampleBody(operation));
    const auto method = methodOf(operation);
    m_body->setEnabled(method == "POST" || method == "PUT");
}

QByteArray RequestForm::target() const
{
    QString path = endpoint()->id.operation.section(u' ', 1);
    for (const auto &[name, edit] : m_path)
        path.replace(u"{%1}"_s.arg(name), QString::fromLatin1(QUrl::toPercentEncoding(edit->text())));
    QByteArray target = path.toLatin1();
    if (!m_query->text().isEmpty())
        target += '?' + QUrl::toPercentEncoding(m_query->text(), "=&%+");
    return target;
}

services::platform::EndpointCall RequestForm::callTo(const QByteArray &method,
                                                     const QByteArray &target,
                                                     const model::system::CapabilityId &capability) const
{
    services::platform::EndpointCall call;
    call.fleet = m_packagings[static_cast<size_t>(m_fleet->currentIndex())].id;
    call.capability = capability;
    call.request.method = method;
    call.request.target = target;
    return call;
}

void RequestForm::send()
{
    const auto *chosen = endpoint();
    if (chosen == nullptr)
        return;
    auto call = callTo(methodOf(chosen->id.operation), target(), chosen->id.capability);
    const auto body = m_body->toPlainText().toUtf8();
    if (m_body->isEnabled() && !body.isEmpty()) {
        call.request.body = body;
        call.request.headers.add("Content-Type", "application/json");
    }
    if (!m_session->text().isEmpty())
        call.request.headers.add("Authorization", "Bearer " + m_session->text().toLatin1());
    if (call.request.method == "POST")
        call.request.headers.add("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    showWords(tr("Waiting for the answer…"), {});
    Q_EMIT sendWanted(++m_number, call);
}

void RequestForm::logIn()
{
    auto call = callTo("POST", "/api/sessions", m_system.entry);
    call.request.body = sampleBody(u"POST /api/sessions"_s).toUtf8();
    call.request.headers.add("Content-Type", "application/json");
    m_loginNumber = ++m_number;
    showWords(tr("Logging in…"), {});
    Q_EMIT sendWanted(m_number, call);
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
    const auto &response = answer.response;
    const double took = std::chrono::duration<double, std::milli>(answer.duration).count();
    const QString sign = response.status < 400 ? u"✓"_s : u"✕"_s;
    QStringList lines;
    for (int index = 0; index < response.headers.size(); ++index) {
        const auto line = response.headers.at(index);
        lines << QString::fromUtf8(line.name) + u": "_s + QString::fromUtf8(line.value);
    }
    showWords(tr("%1 %2 · %3 ms measured · from %4")
                  .arg(sign)
                  .arg(response.status)
                  .arg(took, 0, 'f', 1)
                  .arg(answer.instance.value),
              bodyWords(response.body) + u"\n\n"_s + lines.join(u'\n'));
    if (number == m_loginNumber)
        m_session->setText(QJsonDocument::fromJson(response.body).object()[u"token"_s].toString());
}

} // namespace app::console
