using System.Net.Mime;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace TrustFund.Journal.Broker;

/// <summary>
/// Tells MassTransit that a message is the bytes it is: a CloudEvent that any AMQP client may have sent, without MassTransit's envelope
/// or headers. Nothing is sent through MassTransit, so there is nothing to serialise.
/// </summary>
sealed class CloudEventSerialization : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    public ContentType ContentType { get; } = new(CloudEvent.MediaType);

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => throw new NotSupportedException("Events leave through the relay.");

    public MessageBody GetMessageBody(string text) => throw new NotSupportedException("Events leave through the relay.");

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        var key = receiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivered) ? delivered.RoutingKey ?? "" : "";
        return new BodyConsumeContext(receiveContext, new AsDelivered(new(receiveContext.Body.GetBytes(), key), receiveContext.TransportHeaders, receiveContext.InputAddress));
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new AsDelivered(new(body.GetBytes(), ""), headers, destinationAddress);

    public void Probe(ProbeContext context) => context.CreateScope("cloudevents").Add("contentType", ContentType.MediaType);

    sealed class AsDelivered(Delivery delivery, Headers headers, Uri? destination) : SystemTextJsonRawSerializerContext(
        SystemTextJsonMessageSerializer.Instance, SystemTextJsonMessageSerializer.Options, new(CloudEvent.MediaType),
        new RawMessageContext(headers, destination, default), [], default, Nothing)
    {
        static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

        public override bool IsSupportedMessageType<T>() => typeof(T) == typeof(Delivery);

        public override bool IsSupportedMessageType(Type messageType) => messageType == typeof(Delivery);

        public override bool TryGetMessage<T>(out T? message)
            where T : class
        {
            message = delivery as T;
            return message is not null;
        }

        public override bool TryGetMessage(Type messageType, out object message)
        {
            message = delivery;
            return messageType == typeof(Delivery);
        }
    }
}
